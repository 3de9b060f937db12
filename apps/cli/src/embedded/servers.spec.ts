import { candidatesFor, MONGODB, nothingFound, REDIS, vendorTarget, whyUnfit } from './servers.js';

describe('where a server is looked for', () => {
  it("takes the machine's own first, then what was fetched, the vendor's, the wheel", () => {
    expect(candidatesFor(MONGODB)).toEqual([
      { from: 'path', program: 'mongod' },
      { from: 'cache' },
      { from: 'vendor' },
      { from: 'wheel' },
    ]);
  });

  it('takes Valkey before Redis, and asks no vendor for either', () => {
    expect(candidatesFor(REDIS)).toEqual([
      { from: 'path', program: 'valkey-server' },
      { from: 'path', program: 'redis-server' },
      { from: 'cache' },
      { from: 'wheel' },
    ]);
  });
});

describe('whether a server will do', () => {
  it.each([
    [MONGODB, 'db version v6.0.5\nBuild Info: {', null],
    [MONGODB, 'db version v8.0.4', null],
    [MONGODB, 'db version v4.4.29', 'is version 4.4; Lantern needs 6.0 or newer'],
    [REDIS, 'Valkey server v=9.1.2 sha=00000000:1 malloc=libc', null],
    [REDIS, 'Redis server v=6.2.0 sha=0', null],
    [REDIS, 'Redis server v=6.0.16 sha=0', 'is version 6.0; Lantern needs 6.2 or newer'],
    [REDIS, 'hello', 'does not say its version (hello)'],
  ] as const)('%#', (kind, text, reason) => {
    expect(whyUnfit(kind, text)).toBe(reason);
  });
});

describe('when nothing was found', () => {
  const tried = { what: 'mongod on PATH', answer: 'not there' };

  it('says what was tried and what each answered', () => {
    const wheel = { what: 'Python wheel x==1 (42 MB)', answer: 'no route to host' };
    const text = nothingFound(MONGODB, [tried, wheel]);
    expect(text).toMatch(/mongod on PATH +not there\n/);
    expect(text).toMatch(/Python wheel x==1 \(42 MB\) +no route to host\n/);
  });

  it.each([
    ['no python3 on this machine', 'python3-pip'],
    ['/usr/bin/python3: No module named pip', 'python3-pip'],
    ['no route to host', "MONGODB_URI='mongodb://"],
  ])('after "%s" proposes one command with %s', (answer, command) => {
    const last = nothingFound(MONGODB, [tried, { what: 'Python wheel', answer }])
      .split('\n')
      .at(-1);
    expect(last).toContain(command);
  });

  it('proposes the distribution’s own Redis', () => {
    const last = nothingFound(REDIS, [{ what: 'fetched before', answer: 'nothing there' }])
      .split('\n')
      .at(-1);
    expect(last).toBe('  sudo apt-get install -y redis-server');
  });
});

describe("the vendor's name of a distribution", () => {
  it.each([
    ['ID=debian\nVERSION_ID="12"\n', 'debian12'],
    ['ID=ubuntu\nVERSION_ID="24.04"\nID_LIKE=debian\n', 'ubuntu2404'],
    ['ID="rocky"\nID_LIKE="rhel centos fedora"\nVERSION_ID="9.4"\n', 'rhel93'],
    ['ID="rhel"\nVERSION_ID="8.10"\n', 'rhel8'],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_ID="22"\n', null],
    ['ID=alpine\nVERSION_ID=3.20.1\n', null],
    ['', null],
  ])('%j', (osRelease, target) => {
    expect(vendorTarget(osRelease)).toBe(target);
  });
});
