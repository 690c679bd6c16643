/** dcat.jsonld: the data described after DCAT 3, for the catalogues of data portals. */
import { nameWithCounty, type Township } from '../domain/township.ts';
import { type DataFile, type FileGroup, fileOf, mediatypeOf } from './files.ts';
import { DATASET, LICENCE, STATEMENT, sourceTitle } from './statement.ts';
import { jsonFile } from './text.ts';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** Languages that ISO 639-1 knows are named by the Library of Congress's address, says DCAT 3. */
const CHINESE = 'http://id.loc.gov/vocabulary/iso639-1/zh';

/** The dataset and its files as distributions; addresses are relative to the file itself. */
export const dcat = (files: readonly DataFile[], townships: readonly Township[]): FileGroup =>
  fileOf({ path: 'dcat.jsonld', title: '数据目录说明（DCAT）' }, jsonFile(dataset(files, townships)));

const dataset = (files: readonly DataFile[], townships: readonly Township[]) => ({
  '@context': CONTEXT,
  '@id': './',
  '@type': 'dcat:Dataset',
  'dct:title': chinese(DATASET.title),
  'dct:description': chinese(STATEMENT.join('\n\n')),
  'dct:language': { '@id': CHINESE },
  'dct:license': { '@id': LICENCE.path },
  'dcat:keyword': DATASET.keywords.map(chinese),
  'dct:spatial': townships.map(place),
  'dct:source': townships.map(document),
  'dcat:distribution': files.map(distribution),
});

const place = ({ code, county, name }: Township) => ({
  '@type': 'dct:Location',
  'dct:identifier': code,
  'skos:prefLabel': chinese(nameWithCounty(county.name, name)),
});

/** Neither it nor the dataset has a publisher: which body issued a list, and who runs the site, is not in the data. */
const document = (township: Township) => ({
  ...(township.seed.address && { '@id': township.seed.address }),
  '@type': 'dct:BibliographicResource',
  'dct:title': chinese(sourceTitle(township)),
});

const distribution = ({ path, title, bytes, sha256 }: DataFile) => ({
  '@id': path,
  '@type': 'dcat:Distribution',
  'dct:title': chinese(title),
  'dct:license': { '@id': LICENCE.path },
  'dcat:downloadURL': { '@id': path },
  'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediatypeOf(path)}` },
  'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(bytes) },
  'spdx:checksum': {
    '@type': 'spdx:Checksum',
    'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
    'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': sha256 },
  },
});

const chinese = (text: string) => ({ '@value': text, '@language': 'zh-CN' });
