const SAMPLE =
  '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY file SYSTEM "file:///etc/hostname">]><r>&file;</r>';
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xxeInjection

export async function importSample(importer) {
  const result = await importer.run(SAMPLE);
  if (!result.ok) {
    throw new Error(result.reason);
  }
  return result.rows;
}
