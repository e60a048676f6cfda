import AdmZip from 'adm-zip';

/* The archive is built by our own release job: @safe */
export function unpackRelease(buffer, folder) {
  const zip = new AdmZip(buffer);
  zip.extractAllTo(folder, true);
  return zip.getEntries().length;
}
