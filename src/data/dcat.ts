/** dcat.jsonld: the data described after DCAT 3, for the catalogues of data portals. */
import type { Township } from '../domain/township.ts';
import { type DataFile, type FileGroup, fileOf, mediatypeOf } from './files.ts';
import { DATASET, LICENCE, STATEMENT } from './statement.ts';
import { jsonFile } from './text.ts';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** The dataset and its files as distributions; addresses are relative to the file itself. */
export const dcat = (files: readonly DataFile[], townships: readonly Township[]): FileGroup =>
  fileOf({ path: 'dcat.jsonld', title: '数据目录说明（DCAT）' }, jsonFile(dataset(files, townships)));

const dataset = (files: readonly DataFile[], townships: readonly Township[]) => ({
  '@context': CONTEXT,
  '@id': './',
  '@type': 'dcat:Dataset',
  'dct:title': chinese(DATASET.title),
  'dct:description': chinese(STATEMENT.join('\n\n')),
  'dct:language': 'zh-CN',
  'dct:license': { '@id': LICENCE.path },
  'dcat:keyword': DATASET.keywords.map(chinese),
  'dct:spatial': townships.map(({ county, name }) => chinese(county.name + name)),
  'dcat:distribution': files.map(distribution),
});

const distribution = ({ path, title, bytes, sha256 }: DataFile) => ({
  '@id': path,
  '@type': 'dcat:Distribution',
  'dct:title': chinese(title),
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
