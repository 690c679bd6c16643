import type { DataFile } from '../../data/files.ts';
import { dataFiles } from '../../site/data.ts';

export const getStaticPaths = async () =>
  (await dataFiles()).map((file) => ({ params: { file: file.path }, props: { file } }));

export const GET = ({ props }: { props: { file: DataFile } }) =>
  new Response(props.file.bytes, { headers: { 'content-type': props.file.mediatype } });
