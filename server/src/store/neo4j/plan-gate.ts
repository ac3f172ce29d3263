import type { Plan } from 'neo4j-driver';

import { deletionForbidden, operatorForbidden } from '../plan-refusals.ts';
import type { PlanPermissions } from '../store.ts';

/**
 * Steps of plans that only read this graph or add to it, without what their names say in brackets, `Directed`
 * and `Partitioned` in front, and the runtime's name: those that Neo4j 5.26 and 2026.08 were seen to make, and
 * their siblings in its manual, "Operators". Whatever is not here is refused, so that a new step of a later
 * release fails loudly; the steps of computed labels (`Dynamic...`) are left out on purpose.
 */
const harmless: ReadonlySet<string> = new Set(
  `AllNodesScan AllRelationshipsScan AntiConditionalApply AntiSemiApply Apply Argument AssertSameNode
   AssertSameRelationship AssertingMultiNodeIndexSeek AssertingMultiRelationshipIndexSeek CacheProperties
   CartesianProduct ConditionalApply Create Distinct Eager EagerAggregation EmptyResult EmptyRow ErrorPlan
   ExhaustiveLimit Expand Filter Foreach IntersectionNodeByLabelsScan LeftOuterHashJoin LetAntiSemiApply
   LetSelectOrAntiSemiApply LetSelectOrSemiApply LetSemiApply Limit LockNodes LockingMerge Merge MergeInto
   MergeUniqueNode MultiNodeIndexSeek NodeByElementIdSeek NodeByIdSeek NodeByLabelScan
   NodeCountFromCountStore NodeHashJoin NodeIndexContainsScan NodeIndexEndsWithScan NodeIndexScan
   NodeIndexSeek NodeIndexSeekByRange NodeLeftOuterHashJoin NodeRightOuterHashJoin NodeUniqueIndexSeek
   NodeUniqueIndexSeekByRange Optional OptionalExpand OrderedAggregation OrderedDistinct OrderedUnion
   PartialSort PartialTop ProduceResults ProjectEndpoints Projection RelationshipByElementIdSeek
   RelationshipByIdSeek RelationshipCountFromCountStore RelationshipIndexContainsScan
   RelationshipIndexEndsWithScan RelationshipIndexScan RelationshipIndexSeek RelationshipIndexSeekByRange
   RelationshipTypeScan RelationshipUniqueIndexSeek RelationshipUniqueIndexSeekByRange Repeat
   RightOuterHashJoin RollUpApply SelectOrAntiSemiApply SelectOrSemiApply SemiApply SetLabels
   SetNodeProperties SetNodePropertiesFromMap SetNodeProperty SetProperties SetPropertiesFromMap SetProperty
   SetRelationshipProperties SetRelationshipPropertiesFromMap SetRelationshipProperty ShortestPath Skip Sort
   StatefulShortestPath SubqueryForeach SubtractionNodeByLabelsScan Top Top1WithTies TransactionApply
   TransactionForeach TriadicBuild TriadicFilter TriadicSelection Union UnionNodeByLabelsScan
   UnionRelationshipTypesScan Unwind UnwindCollection ValueHashJoin VarLengthExpand`.split(/\s+/u),
);

const deleting = /^(?:Detach)?Delete|^RemoveLabels$/u;
/** What a FOREACH does is told in its step's details alone: `x IN [n], DETACH DELETE x`. */
const deletingInForeach = /, (?:\w+ )?(?:DELETE|REMOVE) /u;
const harmlessProcedures: ReadonlySet<string> = new Set([
  'db.awaitIndexes',
  'db.labels',
  'db.propertyKeys',
  'db.relationshipTypes',
]);

/** Throws FORBIDDEN, naming the step, for a plan that does what it may not. A statement without a plan is administration. */
export function checkPlan(plan: Plan | false, permissions: PlanPermissions): void {
  if (plan === false) throw operatorForbidden('AdministrationCommand');
  const pending = [plan];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    checkStep(next, permissions);
    pending.push(...next.children);
  }
}

function checkStep({ operatorType, arguments: details }: Plan, { deletes }: PlanPermissions): void {
  // Such as `DirectedRelationshipTypeScan@neo4j` and `Expand(All)@neo4j`.
  const whole = operatorType.replace(/@.*$/u, '');
  const step = whole.replace(/\(.*$/u, '').replace(/^(?:Partitioned)?(?:Directed|Undirected)?/u, '');
  const said = String(details['Details'] ?? '');
  if (deleting.test(step) || (step === 'Foreach' && deletingInForeach.test(said))) {
    if (!deletes) throw deletionForbidden();
  } else if (step === 'ProcedureCall') {
    const procedure = /^[\w.]+/u.exec(said)?.[0] ?? '';
    if (!harmlessProcedures.has(procedure)) throw operatorForbidden(`${step} ${procedure}`.trim());
  } else if (!harmless.has(step)) throw operatorForbidden(whole);
}
