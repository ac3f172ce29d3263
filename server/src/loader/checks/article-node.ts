import { spanOfText } from '../loaded-article.ts';
import type { LoadedArticle } from '../loaded-article.ts';
import type { Finding } from '../script-problem.ts';
import type { Check } from './check.ts';

/** The script makes its article, and what it retells is known. */
export const articleNode: Check = {
  name: 'article-node',
  find: (loaded) => {
    const { node, article, prepared } = loaded;
    if (node) return [...labelFindings(loaded), ...basedOnFindings(loaded)];
    const other = otherArticle(loaded);
    return [
      {
        ...spanOfText(prepared, other ?? article),
        code: 'ARTICLE',
        message: `The script makes no article with the id of its file, "${article}"${other === null ? '.' : `, but "${other}".`}`,
        hint:
          other === null
            ? `Begin with MERGE (a:Article {id: '${article}'}) SET a += {publishedAt: ..., text: ...};`
            : `Give the file the name ${other}.cypher, or write "${article}" in all of it.`,
      },
    ];
  },
};

/** An article with a text that the script makes although its file is called otherwise. */
function otherArticle({ nodes }: LoadedArticle): string | null {
  const made = Array.from(nodes).find(
    ([, { labels, properties }]) => labels.includes('Article') && typeof properties['text'] === 'string',
  );
  return made?.[0] ?? null;
}

function labelFindings({ node, article, prepared }: LoadedArticle): readonly Finding[] {
  if (!node?.labels.includes('Entity')) return [];
  const at = spanOfText(prepared, article);
  const hint = `Keep the label Article alone; the article's own voice is the entity "voice-${article}".`;
  return [{ ...at, code: 'ARTICLE', message: 'The article is made an entity as well.', hint }];
}

function basedOnFindings({ node, article, nodes, prepared, retold }: LoadedArticle): readonly Finding[] {
  const basedOn = node?.properties['basedOn'];
  if (typeof basedOn !== 'string') return [];
  const at = spanOfText(prepared, basedOn);
  if (basedOn === article) {
    const hint = 'Name the report that it retells, or leave basedOn out.';
    return [{ ...at, code: 'ARTICLE', message: 'The article is said to be based on itself.', hint }];
  }
  if (retold.includes(article)) {
    const chain = [article, ...retold.slice(0, retold.indexOf(article) + 1)].join(' → ');
    const message = `Articles are said to be based on each other: ${chain}.`;
    return [{ ...at, code: 'ARTICLE', message, hint: 'Leave basedOn out of the one that was first.' }];
  }
  if (nodes.get(basedOn)?.labels.includes('Article')) return [];
  return [
    {
      ...at,
      code: 'ARTICLE',
      message: `There is no article "${basedOn}" on which this one could be based.`,
      hint: `Where its text is not held, make a stub: MERGE (b:Article {id: '${basedOn}'}) SET b += {publisher: ...};`,
    },
  ];
}
