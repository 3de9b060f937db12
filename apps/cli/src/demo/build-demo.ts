import {
  AcceptInvitation,
  AddForce,
  AddPerson,
  CreateUnit,
  GrantRole,
  InvitationLinks,
  InvitePerson,
  PostPerson,
  type UnitId,
} from '@app/identity';
import { addDays, londonDate } from '@app/platform/clock/calendar.js';
import {
  type ForceId,
  nobody,
  type PersonId,
  type RequestContext,
  systemContext,
} from '@app/platform/context/request-context.js';
import type { INestApplicationContext, Type } from '@nestjs/common';
import type { DemoPerson } from '../story/cast.js';
import {
  COLLEGE_PEOPLE,
  DEMO_FORCES,
  type DemoForce,
  type DemoLead,
  type DemoUnit,
  GIVEN_NAMES,
  ROLE_MIX,
} from './demo-forces.js';

/** Someone of the demonstration, made. */
export interface MadePerson {
  readonly personId: PersonId;
  readonly forceId: ForceId;
  readonly roleId: string;
}

/** A demonstration force, made. */
export interface MadeForce {
  readonly forceId: ForceId;
  readonly slug: string;
  readonly officers: readonly MadePerson[];
  readonly leads: ReadonlyMap<string, MadePerson>;
}

/** What the demonstration is made with. */
export interface DemoPlan {
  readonly password: string;
  readonly officersPerForce: number;
  /** The day before which everybody was posted. */
  readonly now: Date;
  readonly note: (line: string) => void;
}

/** Tells the demonstration's people into being through use cases, as their own forces would have. */
export class DemoBuilder {
  /** Those with a part of their own: what the front page of the demonstration lists. */
  readonly people: DemoPerson[] = [];
  /** Everyone else who can sign in: the officers of the teams. */
  readonly officers: DemoPerson[] = [];

  constructor(
    private readonly app: INestApplicationContext,
    private readonly plan: DemoPlan,
  ) {}

  /** The College's people. Its force is reference data and is there already. */
  async college(collegeId: ForceId): Promise<void> {
    for (const lead of COLLEGE_PEOPLE)
      await this.lead({ forceId: collegeId, slug: 'college', name: 'the College' }, lead, null);
  }

  /** Both invented forces with their units and people. */
  async forces(): Promise<MadeForce[]> {
    const made: MadeForce[] = [];
    for (const force of DEMO_FORCES) made.push(await this.force(force));
    return made;
  }

  private async force(plan: DemoForce): Promise<MadeForce> {
    const { slug, shortCode, bilingual } = plan;
    const name = {
      en: plan.name.en,
      cy: plan.name.cy,
      cyState: plan.name.cy === null ? 'absent' : 'checked',
    } as const;
    const force = await this.get(AddForce).execute(systemContext('demonstration'), {
      slug,
      shortCode,
      bilingual,
      name,
      kind: 'territorial',
    });
    const teams = await this.units(systemContext('demonstration', force.id), plan.units, null);
    const home = { forceId: force.id, slug, name: plan.name.en };
    const leads = new Map<string, MadePerson>();
    for (const lead of plan.leads) leads.set(lead.part, await this.lead(home, lead, teams[0] ?? null));
    const officers: MadePerson[] = [];
    for (let n = 0; n < this.plan.officersPerForce; n++)
      officers.push(await this.officer(home, plan, { n, teams }));
    this.plan.note(`${plan.name.en}: ${officers.length + leads.size} people in ${teams.length} teams`);
    return { forceId: force.id, slug, officers, leads };
  }

  /** Makes a tree of units and gives its teams. */
  private async units(
    ctx: RequestContext,
    units: readonly DemoUnit[],
    parentId: UnitId | null,
  ): Promise<UnitId[]> {
    const teams: UnitId[] = [];
    for (const { name, kind, below } of units) {
      const unit = await this.get(CreateUnit).execute(ctx, { name, kind, parentId });
      if (kind === 'team') teams.push(unit.id);
      teams.push(...(await this.units(ctx, below ?? [], unit.id)));
    }
    return teams;
  }

  private async lead(home: Home, lead: DemoLead, unitId: UnitId | null): Promise<MadePerson> {
    const email = `${lead.part}@${home.slug}.lantern.example`;
    const made = await this.person(home, { ...lead, email, unitId, staffNumber: `L-${lead.part}` });
    const ctx = systemContext('demonstration', home.forceId);
    for (const bundle of lead.bundles)
      await this.get(GrantRole).execute(ctx, { personId: made.personId, bundle });
    this.people.push({
      key: `${home.slug}.${lead.part}`,
      name: `${lead.givenName} ${lead.familyName}`,
      email,
      force: home.name,
      does: lead.does,
    });
    return made;
  }

  private async officer(
    home: Home,
    plan: DemoForce,
    { n, teams }: { n: number; teams: readonly UnitId[] },
  ): Promise<MadePerson> {
    const givenName = GIVEN_NAMES[n % GIVEN_NAMES.length] ?? 'Sam';
    const familyName =
      plan.familyNames[(n + Math.floor(n / GIVEN_NAMES.length)) % plan.familyNames.length] ?? 'Reed';
    const roleId = ROLE_MIX[n % ROLE_MIX.length] ?? 'response-officer';
    const number = String(n + 1).padStart(3, '0');
    const email = `officer${number}@${home.slug}.lantern.example`;
    const rankId = roleId === 'patrol-sergeant' ? 'sgt' : roleId === 'call-handler' ? 'ops-staff' : 'pc';
    const unitId = teams[n % teams.length] ?? null;
    const made = await this.person(home, {
      givenName,
      familyName,
      email,
      roleId,
      rankId,
      unitId,
      staffNumber: `${plan.shortCode}${number}`,
    });
    this.officers.push({
      key: `${home.slug}.officer${number}`,
      name: `${givenName} ${familyName}`,
      email,
      force: home.name,
      does: 'learns, sits, holds awards',
    });
    return made;
  }

  private async person(home: Home, person: NewPerson): Promise<MadePerson> {
    const ctx = systemContext('demonstration', home.forceId);
    const { id: personId } = await this.get(AddPerson).execute(ctx, person);
    if (person.unitId !== null) {
      const from = addDays(londonDate(this.plan.now), -400);
      const { unitId, rankId, roleId } = person;
      await this.get(PostPerson).execute(ctx, {
        personId,
        unitId,
        rankId,
        roleId,
        from,
        contractedHours: 40,
        shiftPattern: 'earlies-lates-nights',
      });
    }
    const invitation = await this.get(InvitePerson).execute(ctx, { personId });
    const token = this.get(InvitationLinks).tokenOf(invitation.id);
    await this.get(AcceptInvitation).execute(nobody('demonstration', 'en'), {
      token,
      password: this.plan.password,
    });
    return { personId, forceId: home.forceId, roleId: person.roleId };
  }

  private get<T>(type: Type<T>): T {
    return this.app.get<T>(type, { strict: false });
  }
}

interface Home {
  readonly forceId: ForceId;
  readonly slug: string;
  readonly name: string;
}

interface NewPerson {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly staffNumber: string;
  readonly rankId: string;
  readonly roleId: string;
  readonly unitId: UnitId | null;
}
