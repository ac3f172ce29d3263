import { expect, it } from 'vitest';

import { xmlTag, xmlText } from './xml.ts';

it('escapes what opens markup and what readers would turn into blanks', () => {
  expect(xmlText(`<a b="c">&amp;]]>\t\n\r'`)).toBe(`&lt;a b=&quot;c&quot;&gt;&amp;amp;]]&gt;&#9;&#10;&#13;'`);
});

it('drops what is no character of XML, and keeps everything else', () => {
  expect(xmlText('a\0\u0008\u000B\u001F\uFFFE\uFFFF\uD800b🦊\u0085\u2028')).toBe('ab🦊\u0085\u2028');
});

it('writes attributes that are there', () => {
  expect(xmlTag('edge', { id: 'r"1', start: null, end: 3 }, '/>')).toBe('<edge id="r&quot;1" end="3"/>');
});
