import type { LexerProblem } from '../lib/cypher-lexer.ts';
import type { Finding } from './script-problem.ts';

/** What a reader of Cypher stumbled over, in words: what it is and what to write instead. */
export function lexerFinding(problem: LexerProblem, text: string): Finding {
  const { offset, length } = problem;
  const meant = text.slice(offset, offset + length);
  return { code: 'SYNTAX', offset, length, ...words(problem, meant) };
}

function words({ code }: LexerProblem, meant: string): { message: string; hint: string } {
  switch (code) {
    case 'UNTERMINATED':
      return unterminated(meant);
    case 'UNESCAPED_APOSTROPHE':
      return {
        message: 'A string ends here, in the middle of a word.',
        hint: "Write \\' for an apostrophe inside a string.",
      };
    case 'DOUBLED_QUOTE':
      return {
        message: 'A quote inside a string is written twice, which ends the string here.',
        hint: `Write \\${meant.charAt(0)} for a quote inside a string.`,
      };
    case 'TYPOGRAPHIC_QUOTE':
      return {
        message: `A typographic quote (${meant}, ${codePoint(meant)}) stands outside of a string.`,
        hint: "Begin and end strings with ' or \". If it is part of a text, an apostrophe above ended that text: write \\'.",
      };
    case 'UNUSUAL_SPACE':
      return {
        message: `A ${spaceName(meant)} (${codePoint(meant)}) stands where a space belongs.`,
        hint: 'Write an ordinary space; only strings and comments may hold this one.',
      };
    case 'INVISIBLE_CHARACTER':
      return {
        message: `An invisible character (${codePoint(meant)}) stands here.`,
        hint: 'Delete it; it often comes along with text copied from a page.',
      };
    case 'ESCAPE_IN_CODE':
      return {
        message: 'A \\u escape stands outside of a string, where it can hide what the statement does.',
        hint: 'Write the character itself.',
      };
    case 'ESCAPED_DELIMITER':
      return {
        message: `${meant} is a quote, backslash or semicolon that Neo4j decodes before it reads strings.`,
        hint: 'Write \\\' or \\" or \\\\ or the semicolon itself.',
      };
    case 'INCOMPLETE_ESCAPE':
      return {
        message: '\\u is not followed by four hexadecimal digits.',
        hint: 'Write \\\\u for a backslash and a u, as in a path of Windows.',
      };
    case 'LONG_STATEMENT':
      return {
        message: 'The statement that begins here is too long: it has more than 250,000 words and signs.',
        hint: 'Write several statements, each with a part of the values, and a semicolon behind each.',
      };
  }
}

function unterminated(opening: string): { message: string; hint: string } {
  switch (opening) {
    case '/*':
      return { message: 'A comment is opened here and never closed.', hint: 'Close it with */.' };
    case '`':
    case '$`':
      return { message: 'A name is opened here and never closed.', hint: 'Close it with a backtick.' };
    default:
      return {
        message: 'A string is opened here and never closed.',
        hint: `Close it with ${opening}; inside it, write \\${opening} for a quote.`,
      };
  }
}

function spaceName(character: string): string {
  return character === '\u00A0' || character === '\u202F' ? 'no-break space' : 'space of a special kind';
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
