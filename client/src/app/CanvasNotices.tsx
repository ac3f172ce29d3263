import { en } from '../i18n/en.ts';
import type { Failure } from '../runtime/explorer-state.ts';
import { useActions, useExplorer } from '../runtime/hooks.tsx';
import { emptyInvestigation } from '../state/investigation.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Toast } from '../ui/Toast.tsx';

import styles from './CanvasNotices.module.css';

const words = en.shell.states;

/** What is to be said about the graph: under way, failed, offline, cut short, hidden, just done. */
export function CanvasNotices() {
  const captions = useExplorer((state) => state.captionsWithoutRoom);
  return (
    <>
      <div className={styles['top']}>
        <Offline />
        <Replaced />
        <Busy />
        <Failed />
        <CutShort />
        <Emptied />
        <News />
      </div>
      {captions > 0 && <p className={styles['captions']}>{en.canvas.captionsWithoutRoom(captions)}</p>}
      <div className={styles['toast']}>
        <Done />
      </div>
    </>
  );
}

function Offline() {
  const offline = useExplorer((state) => state.offline);
  if (!offline) return null;
  return <Banner kind="warn" icon="wifi-off" title={words.offline} detail={words.offlineDetail} />;
}

function Replaced() {
  const replaced = useExplorer((state) => state.replaced);
  if (!replaced) return null;
  return (
    <Banner
      kind="bad"
      title={words.replaced}
      detail={words.replacedDetail}
      actions={
        <Button look="link" onClick={() => window.location.reload()}>
          {words.openOther}
        </Button>
      }
    />
  );
}

function Busy() {
  const activity = useExplorer((state) => state.activity);
  if (!activity) return null;
  const slow = activity.phase === 'slow';
  return (
    <Banner
      kind="busy"
      title={slow ? words.slow(activity.label) : words.loading(activity.label)}
      {...(slow && { detail: words.cancelDetail })}
      actions={
        <Button look="link" onClick={activity.cancel}>
          {words.cancel}
        </Button>
      }
    />
  );
}

function details({ title, detail, reference }: Failure): string {
  return [title, detail, reference].filter(Boolean).join('\n');
}

function Failed() {
  const failure = useExplorer((state) => state.failure);
  const actions = useActions();
  if (!failure) return null;
  return (
    <Banner
      kind="bad"
      title={failure.title}
      detail={failure.detail}
      actions={
        <>
          {failure.retry && (
            <Button look="link" onClick={failure.retry}>
              {words.retry}
            </Button>
          )}
          <Button look="link" onClick={() => void navigator.clipboard.writeText(details(failure))}>
            {words.copy}
          </Button>
          <Button look="link" onClick={() => actions.dismissFailure()}>
            {words.dismiss}
          </Button>
        </>
      }
    />
  );
}

function CutShort() {
  const truncation = useExplorer((state) => state.truncation);
  return truncation.map(({ limit, shown, total, orderedBy, more }) => (
    <Banner
      key={limit}
      kind="warn"
      title={`${total === null ? words.shownOfMany(shown) : words.shownOf(shown, total)} ${limit},`}
      detail={words.ordered(orderedBy)}
      actions={
        more && (
          <Button look="link" onClick={more.fetch}>
            {words.next(more.count)}
          </Button>
        )
      }
    />
  ));
}

/** A filter that leaves nothing names itself and can be taken off. */
function Emptied() {
  const scene = useExplorer((state) => state.scene);
  const claims = useExplorer((state) => state.relations);
  const actions = useActions();
  const empty =
    scene.nodes.length > 0 &&
    (scene.nodes.every((node) => node.ghost) ||
      (scene.edges.length > 0 && scene.edges.every((edge) => edge.ghost)));
  if (!empty) return null;
  const hidden = scene.edges
    .flatMap((edge) => edge.relationIds)
    .reduce((sum, id) => sum + (claims.get(id)?.claimCount ?? 0), 0);
  return (
    <Banner
      kind="warn"
      title={words.emptied}
      detail={words.emptiedText(hidden)}
      actions={
        <Button look="link" onClick={() => actions.setFilters(emptyInvestigation.filters)}>
          {words.removeFilters}
        </Button>
      }
    />
  );
}

/** Says that the graph has grown, without touching what is on the canvas. */
function News() {
  const any = useExplorer((state) => state.news.length > 0);
  // There before its words are: those who listen hear only of what changes in it.
  return (
    <output aria-live="polite" className={styles['news']}>
      {any && <WhatCameIn />}
    </output>
  );
}

function WhatCameIn() {
  const news = useExplorer((state) => state.news);
  const actions = useActions();
  const shows = news.some(({ added, changed, backedCount, contradictedCount }) =>
    [added, changed, backedCount, contradictedCount].some((count) => count > 0),
  );
  return (
    <Banner
      kind="news"
      title={en.news.title(news)}
      detail={en.news.detail(news)}
      actions={
        <>
          {shows && (
            <Button look="link" onClick={() => void actions.showNews().then(() => actions.focusCanvas())}>
              {en.news.show}
            </Button>
          )}
          <Button look="link" onClick={() => actions.dismissNews()}>
            {en.news.dismiss}
          </Button>
        </>
      }
    />
  );
}

function Done() {
  const toast = useExplorer((state) => state.toast);
  const actions = useActions();
  if (!toast) return null;
  return (
    <Toast
      key={toast.id}
      text={toast.text}
      action={toast.undoable ? { label: en.shell.toast.undo, run: () => actions.undo() } : null}
      closeLabel={en.shell.toast.close}
      onClose={() => actions.dismissToast()}
    />
  );
}
