import { localName, readXml, textIn, type XmlElement, XmlNotRead } from '../xml/xml.js';

/** Elements that run, embed or load, whatever prefix they wear. */
const ACTIVE = new Set(
  'script foreignobject iframe embed object applet audio video source track link meta base handler listener a frame frameset html body'.split(
    ' ',
  ),
);
const ANIMATION = new Set(['animate', 'set', 'animatetransform', 'animatemotion']);
const RASTER = /^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/=\s]*$/;
const OTHER_ENCODING = /^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8)/i;
/** A reader more lenient than ours must not find what ours did not. */
const RAW = /<\s*(?:[\w-]+:)?script|<\?(?!xml\s)|javascript:/i;

/** What is the matter with a drawing: not one at all, or the part of it that runs or loads something. Null: nothing. */
export type SvgFault = { readonly isSvg: false } | { readonly isSvg: true; readonly active: string } | null;

/**
 * Reads a drawing for what runs or loads from elsewhere (PLT-05): script, embedded documents, event attributes, references to
 * anything but its own parts and embedded pictures, style that imports, entities.
 */
export function svgFaultOf(text: string): SvgFault {
  if (OTHER_ENCODING.test(text)) return { isSvg: false };
  const raw = RAW.exec(text)?.[0];
  try {
    const root = readXml(text);
    if (localName(root.name).toLowerCase() !== 'svg') return { isSvg: false };
    const active = raw ?? activeIn(root);
    return active === undefined ? null : { isSvg: true, active };
  } catch (error) {
    if (!(error instanceof XmlNotRead)) throw error;
    return error.fault === 'entities' ? { isSvg: true, active: '<!ENTITY' } : { isSvg: false };
  }
}

function activeIn(element: XmlElement): string | undefined {
  const name = localName(element.name).toLowerCase();
  if (ACTIVE.has(name)) return name;
  if (name === 'style' && loads(textIn(element))) return name;
  const attribute = Object.entries(element.attributes).find(([key, value]) =>
    isActive(name, localName(key).toLowerCase(), value),
  );
  if (attribute !== undefined) return attribute[0];
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : activeIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isActive(element: string, attribute: string, value: string): boolean {
  if (attribute === 'href' || attribute === 'src') return !isWithin(value.trim());
  return (
    attribute.startsWith('on') ||
    (attribute === 'attributename' && animates(element, value)) ||
    /^https?:\/\/www\.w3\.org\/1999\/xhtml/.test(value) ||
    loads(value)
  );
}

function isWithin(reference: string): boolean {
  return reference.startsWith('#') || RASTER.test(reference);
}

function animates(element: string, attributeName: string): boolean {
  return ANIMATION.has(element) && /^(?:\w+:)?(?:href|on)/i.test(attributeName.trim());
}

/** Whether style, or an attribute that may hold some, reaches for anything but the drawing's own parts. */
function loads(style: string): boolean {
  if (/@import|expression\s*\(/i.test(style)) return true;
  const own = style.replace(/url\(\s*["']?#[^)"']*["']?\s*\)/gi, '');
  return /url\s*\(|\\/i.test(own);
}
