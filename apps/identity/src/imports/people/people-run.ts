import type { EntityManager } from 'typeorm';
import type { Item, KindRun, RunContext, Verdict } from '../kinds/import-kind.js';
import { classesOf, enrol } from './class-lists.js';
import { judge } from './judge.js';
import { peopleByCode } from './known-people.js';
import { changedPeople, type Judged, newPeople } from './person-row.js';
import type { PeopleWriterService } from './people-writer.service.js';
import { rolesByName } from './roles-by-name.js';
import { codeKey, unitsByCode } from './units-by-code.js';
import { UserNameAllotment } from './user-name-allotment.js';
import { folded } from '@diemcau/contracts/core/folded';

/** Somebody else may make the same person or take the same name between looking and writing, but not so often. */
const rounds = 5;

/** Works through rows of people: staff with a role, or students with a class. */
export class PeopleRun implements KindRun {
  private readonly names = new UserNameAllotment();

  constructor(
    private readonly kind: 'staff' | 'student',
    private readonly usualRole: string,
    private readonly context: () => RunContext,
    private readonly writer: PeopleWriterService,
  ) {}

  async compare(manager: EntityManager, items: readonly Item[]): Promise<Verdict[]> {
    return (await this.judged(manager, items, false)).map(({ verdict }) => verdict);
  }

  async write(manager: EntityManager, items: readonly Item[]): Promise<Verdict[]> {
    const { caller } = this.context();
    const verdicts = new Map<number, Verdict>();
    let waiting = items;
    for (let round = 0; waiting.length > 0 && round < rounds; round++) {
      const judged = await this.judged(manager, waiting, true);
      await this.writer.change(manager, caller, changedPeople(judged));
      const people = newPeople(judged, this.usualRole);
      const made = await this.writer.create(manager, caller, this.kind, people, this.names);
      const ids = new Map(made.map(({ item, id }) => [item.row, id]));
      const settled = judged.filter(({ item, verdict }) => verdict.outcome !== 'create' || ids.has(item.row));
      for (const { item, verdict } of settled) {
        verdicts.set(item.row, { ...verdict, subjectId: verdict.subjectId ?? ids.get(item.row) ?? null });
      }
      await this.enrol(manager, settled, ids);
      waiting = waiting.filter(({ row }) => !verdicts.has(row));
    }
    return items.map(({ row }) => verdicts.get(row) ?? raced);
  }

  private async judged(manager: EntityManager, items: readonly Item[], hold: boolean): Promise<Judged[]> {
    const { caller, provinceId } = this.context();
    const all = (field: string) => items.flatMap(({ values }) => values[field] ?? []);
    const units = await unitsByCode(manager, provinceId, all('unitCode'), hold);
    const people = await peopleByCode(manager, provinceId, all('code'), hold);
    const classes =
      this.kind === 'student'
        ? await classesOf(
            manager,
            [...people.values()].map(({ id }) => id),
          )
        : new Map<string, string>();
    const roles = await rolesByName(manager, provinceId);
    const usual = roles.get(folded(this.usualRole));
    const forGood = await this.writer.rights.until(manager, caller, null);
    return items.map((item) => {
      const { values } = item;
      const unit = units.get(codeKey(values['unitCode'] ?? ''));
      const known = people.get(values['code'] ?? '');
      const named = values['role'] === undefined ? undefined : roles.get(folded(values['role']));
      // Somebody new always comes with a role, and it must be the caller's to give.
      const role = named ?? (values['role'] === undefined && !known ? usual : undefined);
      const verdict = judge(item, {
        kind: this.kind,
        caller,
        unit,
        known,
        role,
        className: classes.get(`${known?.id} ${values['schoolYear']}`) ?? null,
        usualRole: this.usualRole,
        beyond: (permissions, unitPath, subtree) =>
          this.writer.rights.beyond(caller, permissions, { unitPath, subtree }),
        outlasting: (permissions, unitPath, subtree) =>
          this.writer.rights.beyond(forGood, permissions, { unitPath, subtree }),
      });
      return { item, verdict, unit, known, role };
    });
  }

  private async enrol(
    manager: EntityManager,
    settled: readonly Judged[],
    made: ReadonlyMap<number, string>,
  ): Promise<void> {
    if (this.kind !== 'student') return;
    const enrolments = settled.flatMap(({ item, verdict, unit, known }) => {
      const userId = known?.id ?? made.get(item.row);
      const { className, schoolYear } = item.values;
      const writes = verdict.outcome === 'create' || verdict.outcome === 'change';
      return writes && userId && unit && className && schoolYear
        ? [{ userId, unitId: unit.id, className, schoolYear, isNew: !known }]
        : [];
    });
    await enrol(manager, enrolments);
  }
}

const raced: Verdict = {
  outcome: 'error',
  subjectId: null,
  changes: [],
  faults: [{ field: null, code: 'raced' }],
};
