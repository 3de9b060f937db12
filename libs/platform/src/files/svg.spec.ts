import { describe, expect, it } from '@jest/globals';
import { svgFaultOf } from './svg.js';

const svg = (inner: string, attributes = '') =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;

describe('PLT-05 a drawing', () => {
  it.each([
    ['shapes', svg('<g fill="red"><path d="M0 0h1"/></g>')],
    ['its own parts by reference', svg('<defs><path id="a" d="M0"/></defs><use href="#a"/>')],
    ['its own gradient', svg('<rect fill="url(#g)" style="stroke:url( \'#h\' )"/>')],
    ['an embedded picture', svg('<image href="data:image/png;base64,iVBORw0KGgo="/>')],
    [
      'a document type that declares nothing',
      `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">${svg('<g/>').slice(21)}`,
    ],
    ['a text about scripts', svg('<text>Scripts &amp; <tspan>on loads</tspan></text>')],
  ])('is taken with %s', (_name, text) => {
    expect(svgFaultOf(text)).toBeNull();
  });

  it.each([
    ['script', svg('<script>alert(1)</script>')],
    ['script under another prefix', svg('<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>')],
    ['script in capitals', svg('<SCRIPT>1</SCRIPT>')],
    ['script in a comment that ends early', svg('<!-- --><g/><!-- <script> -->')],
    ['a foreign object', svg('<foreignObject><p>x</p></foreignObject>')],
    ['an event attribute', svg('<rect onclick="x()"/>')],
    ['an event attribute on the root', svg('', 'onload="x()"')],
    ['an outside reference', svg('<use href="https://x.example/a.svg#a"/>')],
    ['an outside reference by xlink', svg('<image xlink:href="//x.example/a.png"/>')],
    ['a javascript reference', svg('<a href="javascript:alert(1)">x</a>')],
    ['a reference spelled with entities', svg('<use href="&#106;avascript&#58;x"/>')],
    ['an embedded drawing', svg('<image href="data:image/svg+xml;base64,AAAA"/>')],
    ['outside style', svg('<rect style="fill:url(https://x.example/f)"/>')],
    ['style that imports', svg('<style>@import "https://x.example/s.css";</style>')],
    ['style with escapes', svg('<style>a{fill:u\\72l(x)}</style>')],
    ['an animation of a reference', svg('<set attributeName="xlink:href" to="javascript:x"/>')],
    ['HTML inside', svg('<h:div xmlns:h="http://www.w3.org/1999/xhtml"/>')],
    ['a style sheet from elsewhere', `<?xml-stylesheet href="x.css"?>${svg('').slice(21)}`],
    ['entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;').slice(21)}`],
    ['an entity that nobody declared', svg('<text>&lol;</text>')],
  ])('is refused with %s', (_name, text) => {
    expect(svgFaultOf(text)).toMatchObject({ isSvg: true });
  });

  it.each([
    ['HTML', '<html><body/></html>'],
    ['a text', 'Seized at 10:14.'],
    ['broken XML', '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'],
    ['an encoding in which the text reads otherwise', svg('').replace('"1.0"', '"1.0" encoding="utf-7"')],
    ['nesting without end', `<svg>${'<g>'.repeat(5000)}${'</g>'.repeat(5000)}</svg>`],
  ])('PLT-04 is none: %s', (_name, text) => {
    expect(svgFaultOf(text)).toEqual({ isSvg: false });
  });
});
