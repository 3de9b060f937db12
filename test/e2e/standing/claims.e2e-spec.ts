import { GrantRole, PostPerson } from '@app/identity';
import { calendarDateOf } from '@app/platform/clock/calendar.js';
import { englishOnly } from '@app/platform/context/words.js';
import { newId } from '@app/platform/ids/ids.js';
import { RecordEvidence } from '@app/standing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aWorld, type World } from '../../support/a-world.js';
import type { Caller } from '../../support/caller.js';
import { withCourse } from '../../support/with-course.js';

const CRITERIA = [
  { text: 'Secures the phone', critical: true, seen: true },
  { text: 'Notes the time', critical: false, seen: false },
];
const TODAY = '2026-11-23';
const MADE = 'id state kind level by decidedBy answer evidenceId';

describe('evidence that is put forward', () => {
  let world: World;
  let officer: Caller;
  let assessor: Caller;
  let trainer: Caller;
  let second: Caller;
  let someone: Caller;

  const anAssessor = async (familyName: string, level: number) => {
    const personId = await world.join('harbourshire', { givenName: 'Asa', familyName });
    await world.get(GrantRole).execute(world.system(), { personId, bundle: 'assessor' });
    await world.get(RecordEvidence).execute(world.system(), {
      ...{ personId, skillId: 'OLH-01', level, kind: 'award', title: englishOnly('x'), sourceId: newId() },
      ...{ from: calendarDateOf('2026-01-31'), lastValidDay: null },
    });
    return world.signedIn(personId, world.forces.harbourshire.id);
  };
  const practice = (more: object = {}) => ({
    ...{ personId: someone.personId, skillId: 'OLH-01', level: 2, what: 'Seizure of a phone' },
    ...{ observedOn: TODAY, criteria: CRITERIA, ...more },
  });
  const file = async (who: Caller) => {
    const sent = await fetch(`${world.url}/files?purpose=evidence-file&name=certificate.txt`, {
      method: 'POST',
      body: 'Certificate of attendance\n',
      headers: { 'content-type': 'text/plain', authorization: `Bearer ${who.token ?? ''}` },
    });
    return ((await sent.json()) as { id: string }).id;
  };
  const certificate = (more: object = {}) => ({
    ...{ personId: someone.personId, skillId: 'OLH-01', level: 1, what: 'Online harms award' },
    ...{ issuer: 'A training body', number: 'A-17', issuedOn: '2026-06-30', fileIds: [], ...more },
  });
  const decide = (claimId: string, more: object = {}) => ({
    claimId,
    accept: true,
    reason: 'Seen.',
    ...more,
  });
  const levelOf = async (who: Caller) =>
    (
      await who.query(
        'query S($id: ID!) { standing(personId: $id, skillId: "OLH-01") { level lastValidDay } }',
        { id: who.personId },
      )
    ).level;
  const evidence = (id: string) =>
    world.connection.collection('evidence').findOne({ sourceId: id }, { projection: { _id: 0 } });

  beforeAll(async () => {
    world = await aWorld();
    await withCourse(world);
    officer = await world.as('officer');
    assessor = await anAssessor('Lunt', 3);
    trainer = await world.as('trainer');
    second = await world.as('secondTrainer');
  }, 120_000);
  beforeEach(async () => {
    const personId = await world.join('harbourshire', { givenName: 'Pat', familyName: 'Noone' });
    someone = await world.signedIn(personId, world.forces.harbourshire.id);
  });
  afterAll(() => world.end());

  it('STD-51 observed practice counts when a second person has confirmed it, and not before', async () => {
    const once = () => assessor.mutate('recordPractice', practice(), MADE);
    const [claim, twin] = await Promise.all([once(), once()]);
    expect(twin.id).toBe(claim.id);
    expect(claim).toMatchObject({ state: 'OPEN', kind: 'PRACTICE', by: assessor.personId, evidenceId: null });
    expect(await levelOf(someone)).toBe(0);
    expect((await assessor.mutate('recordPractice', practice(), 'id')).id).toBe(claim.id);
    expect(await assessor.refusalOf('recordPractice', practice({ level: 1 }))).toBe('CLAIM_DIFFERS');
    const done = await second.mutate('decideClaim', decide(claim.id), MADE);
    expect(done).toMatchObject({ state: 'ACCEPTED', decidedBy: second.personId, answer: 'Seen.' });
    expect((await second.mutate('decideClaim', decide(claim.id), 'evidenceId')).evidenceId).toBe(
      done.evidenceId,
    );
    expect(await levelOf(someone)).toBe(2);
    expect(await evidence(claim.id)).toMatchObject({
      ...{ kind: 'observed', level: 2, from: TODAY, lastValidDay: '2027-11-23' },
      provenance: { assessors: [assessor.personId], checkedBy: second.personId, confidence: 'judged' },
    });
    expect(await trainer.refusalOf('decideClaim', decide(claim.id))).toBe('CLAIM_OVER');
  });

  it('STD-50 neither of the two is the candidate, nor are they one person', async () => {
    expect(await assessor.refusalOf('recordPractice', practice({ personId: assessor.personId }))).toBe(
      'CLAIM_OWN',
    );
    const { id } = await assessor.mutate('recordPractice', practice(), 'id');
    expect(await assessor.refusalOf('decideClaim', decide(id))).toBe('CLAIM_SECOND_PERSON');
    await world.get(GrantRole).execute(world.system(), { personId: someone.personId, bundle: 'assessor' });
    const candidate = await world.signedIn(someone.personId, world.forces.harbourshire.id);
    expect(await candidate.refusalOf('decideClaim', decide(id))).toBe('CLAIM_OWN');
    expect(await levelOf(someone)).toBe(0);
  });

  it('STD-51 the observer holds the role and is in date at the level, outside the line', async () => {
    expect(await trainer.refusalOf('recordPractice', practice())).toBe('JUDGE_ROLE_MISSING');
    const low = await anAssessor('Low', 1);
    expect(await low.refusalOf('recordPractice', practice())).toBe('JUDGE_NOT_IN_DATE');
    const unitId = world.forces.harbourshire.units['district'];
    if (unitId === undefined) throw new Error('No district');
    await world.get(PostPerson).execute(world.system(), {
      ...{ personId: someone.personId, unitId, roleId: 'response-officer', rankId: 'pc' },
      ...{ from: calendarDateOf('2026-02-01'), lineManagerId: assessor.personId },
    });
    expect(await assessor.refusalOf('recordPractice', practice())).toBe('CLAIM_IN_LINE');
  });

  it('STD-51 a critical criterion that was not seen shows nothing, whatever else was', async () => {
    const refused = (criteria: object[]) => assessor.refusalOf('recordPractice', practice({ criteria }));
    const [first, other] = CRITERIA;
    expect(
      await refused([
        { ...first, seen: false },
        { ...other, seen: true },
      ]),
    ).toBe('PRACTICE_CRITICAL_NOT_SEEN');
    expect(await refused([{ ...other }])).toBe('PRACTICE_NOTHING_SEEN');
    expect(await refused([])).toBe('PRACTICE_CRITERIA_WRONG');
  });

  it('STD-50 what is put forward happened, is of the framework, and is said in words', async () => {
    const refused = (more: object) => assessor.refusalOf('recordPractice', practice(more));
    expect(await refused({ observedOn: '2026-11-24' })).toBe('EVIDENCE_IN_FUTURE');
    expect(await refused({ skillId: 'XXX-01' })).toBe('EVIDENCE_SKILL_UNKNOWN');
    expect(await refused({ level: 5 })).toBe('EVIDENCE_LEVEL_WRONG');
    expect(await refused({ what: ' ' })).toBe('CLAIM_TEXT_WRONG');
    const late = certificate({ issuedOn: '2026-11-24' });
    expect(await someone.refusalOf('claimCertificate', late)).toBe('EVIDENCE_IN_FUTURE');
    const backwards = certificate({ lastValidDay: '2026-06-29' });
    expect(await someone.refusalOf('claimCertificate', backwards)).toBe('EVIDENCE_ENDS_BEFORE_IT_BEGINS');
  });

  it('STD-50 is taken back by whoever put it forward, and may then come again', async () => {
    const { id } = await assessor.mutate('recordPractice', practice(), 'id');
    expect(await second.codeOf('takeBackClaim', { claimId: id })).toBe('NOT_FOUND');
    expect((await assessor.mutate('takeBackClaim', { claimId: id }, 'state')).state).toBe('TAKEN_BACK');
    expect((await assessor.mutate('takeBackClaim', { claimId: id }, 'state')).state).toBe('TAKEN_BACK');
    expect(await second.refusalOf('decideClaim', decide(id))).toBe('CLAIM_OVER');
    const again = await assessor.mutate('recordPractice', practice({ level: 1 }), 'id');
    expect(again.id).not.toBe(id);
    await second.mutate('decideClaim', decide(again.id, { accept: false, reason: 'Not enough.' }), 'state');
    expect(await assessor.refusalOf('takeBackClaim', { claimId: again.id })).toBe('CLAIM_OVER');
    const [mine] = (await someone.query('{ myClaims { edges { node { state answer } } } }')).edges;
    expect(mine.node).toEqual({ state: 'REFUSED', answer: 'Not enough.' });
  });

  it('STD-52 a certificate is checked by somebody else, and is as sure as what lies with it', async () => {
    const fileIds = [await file(someone)];
    const claim = await someone.mutate('claimCertificate', certificate({ fileIds }), MADE);
    expect(claim).toMatchObject({ state: 'OPEN', kind: 'CERTIFICATE', level: 1 });
    const sure = (confidence: string) => second.refusalOf('decideClaim', decide(claim.id, { confidence }));
    expect(await sure('JUDGED')).toBe('CERTIFICATE_LESS_SURE');
    expect(await sure('RECORDED')).toBe('CERTIFICATE_LESS_SURE');
    await second.mutate('decideClaim', decide(claim.id, { confidence: 'DOCUMENTED' }), 'state');
    expect(await evidence(claim.id)).toMatchObject({
      ...{ kind: 'external', from: '2026-06-30', lastValidDay: '2027-06-30' },
      provenance: {
        ...{ assessors: [], checkedBy: second.personId, confidence: 'documented', source: 'A training body' },
        external: { issuer: 'A training body', number: 'A-17', fileIds },
      },
    });
    expect(await levelOf(someone)).toBe(1);
  });

  it('STD-52 without a file it is stated, and of the register it may be recorded', async () => {
    const bare = await someone.mutate('claimCertificate', certificate(), 'id');
    expect(await second.refusalOf('decideClaim', decide(bare.id, { confidence: 'DOCUMENTED' }))).toBe(
      'CERTIFICATE_LESS_SURE',
    );
    await second.mutate('decideClaim', decide(bare.id), 'state');
    expect((await evidence(bare.id))?.['provenance'].confidence).toBe('stated');
    const body = { key: 'body-1', name: 'A body of the register', isClosed: false };
    expect(await trainer.mutate('saveIssuer', body, 'key name isClosed')).toMatchObject(body);
    expect(await trainer.mutate('saveIssuer', body, 'key')).toMatchObject({ key: 'body-1' });
    const known = certificate({ issuer: null, issuerKey: 'body-1', number: 'B-2' });
    const claim = await someone.mutate('claimCertificate', known, 'id');
    await second.mutate('decideClaim', decide(claim.id, { confidence: 'RECORDED' }), 'state');
    expect((await evidence(claim.id))?.['provenance']).toMatchObject({
      ...{ confidence: 'recorded', source: 'A body of the register' },
    });
    await trainer.mutate('saveIssuer', { ...body, isClosed: true }, 'key');
    const closed = { ...known, number: 'B-3' };
    expect(await someone.refusalOf('claimCertificate', closed)).toBe('CERTIFICATE_ISSUER_UNKNOWN');
    expect(await someone.query('{ issuers { key isClosed } }')).toEqual([{ key: 'body-1', isClosed: true }]);
  });

  it('STD-52 refuses two issuers or none, too many files, a wrong key and files of others', async () => {
    const refused = (more: object) => someone.refusalOf('claimCertificate', certificate(more));
    expect(await refused({ issuerKey: 'body-1' })).toBe('CERTIFICATE_ISSUER_WRONG');
    expect(await refused({ issuer: null })).toBe('CERTIFICATE_ISSUER_WRONG');
    const fileIds = Array.from({ length: 11 }, () => newId());
    expect(await refused({ fileIds })).toBe('CERTIFICATE_TOO_MANY_FILES');
    const theirs = certificate({ fileIds: [await file(officer)] });
    expect(await someone.codeOf('claimCertificate', theirs)).toBe('NOT_FOUND');
    const wrong = { key: 'A B', name: 'x', isClosed: false };
    expect(await trainer.refusalOf('saveIssuer', wrong)).toBe('ISSUER_KEY_WRONG');
  });

  it('STD-53 prior learning is recognised by an assessor in date, at no more than was claimed', async () => {
    const portfolio = { what: 'Ten years of forensics', statement: 'See page 3.' };
    const claim = { personId: someone.personId, skillId: 'OLH-01', level: 3, ...portfolio };
    const empty = { ...claim, fileIds: [] };
    expect(await someone.refusalOf('claimPriorLearning', empty)).toBe('PORTFOLIO_MISSING');
    const fileIds = [await file(someone)];
    const made = await someone.mutate('claimPriorLearning', { ...claim, fileIds }, 'id statement');
    expect(made.statement).toBe('See page 3.');
    expect(await second.refusalOf('decideClaim', decide(made.id))).toBe('JUDGE_ROLE_MISSING');
    const low = await anAssessor('Lower', 2);
    expect(await low.refusalOf('decideClaim', decide(made.id))).toBe('JUDGE_NOT_IN_DATE');
    expect(await assessor.refusalOf('decideClaim', decide(made.id, { level: 4 }))).toBe(
      'RECOGNISED_TOO_HIGH',
    );
    await low.mutate('decideClaim', decide(made.id, { level: 2, lastValidDay: '2027-03-31' }), 'state');
    expect(await evidence(made.id)).toMatchObject({
      ...{ kind: 'prior', level: 2, from: TODAY, lastValidDay: '2027-03-31' },
      provenance: { assessors: [low.personId], confidence: 'judged', fileIds },
    });
    expect(await levelOf(someone)).toBe(2);
  });

  it('STD-53 no longer than the skill lasts, whatever is decided', async () => {
    const claim = { personId: someone.personId, skillId: 'OLH-01', level: 1, what: 'x', statement: 'y' };
    const made = await someone.mutate(
      'claimPriorLearning',
      { ...claim, fileIds: [await file(someone)] },
      'id',
    );
    await assessor.mutate('decideClaim', decide(made.id, { lastValidDay: '2040-01-01' }), 'state');
    expect((await evidence(made.id))?.['lastValidDay']).toBe('2027-11-23');
  });

  it('STD-50 is nobody else’s: a colleague, another force, an id that is none', async () => {
    const { id } = await assessor.mutate('recordPractice', practice(), 'id');
    const other = await world.as('otherTrainer');
    expect(await other.codeOf('decideClaim', decide(id))).toBe('NOT_FOUND');
    expect(await other.codeOf('takeBackClaim', { claimId: id })).toBe('NOT_FOUND');
    expect(await other.codeOf('recordPractice', practice())).toBe('NOT_FOUND');
    expect(await officer.codeOf('claimCertificate', certificate())).toBe('NOT_FOUND');
    expect(await officer.codeOf('recordPractice', practice())).toBe('FORBIDDEN');
    expect(await officer.codeOf('decideClaim', decide(id))).toBe('FORBIDDEN');
    expect(await second.codeOf('decideClaim', decide('x'))).toBe('BAD_USER_INPUT');
    expect(await second.codeOf('decideClaim', decide(newId()))).toBe('NOT_FOUND');
    const desk = '{ claims(state: OPEN, first: 100) { edges { node { id } } } }';
    const ids = (found: { edges: { node: { id: string } }[] }) => found.edges.map(({ node }) => node.id);
    expect(ids(await second.query(desk))).toContain(id);
    expect(ids(await other.query(desk))).toEqual([]);
  });

  it('STD-50 its words travel nowhere but into the erasable payload', async () => {
    const { id } = await assessor.mutate('recordPractice', practice({ what: 'A very particular act' }), 'id');
    await second.mutate('decideClaim', decide(id, { reason: 'A very particular reason' }), 'state');
    const rows = await world.connection
      .collection('journal')
      .find({ 'data.personId': someone.personId })
      .toArray();
    expect(rows.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'standing.claim.made.v1',
        'standing.claim.decided.v1',
        'standing.evidence.recorded.v1',
      ]),
    );
    expect(JSON.stringify(rows)).not.toContain('particular');
  });
});
