// Methods of the same name that belong to something else.
const pattern = /(\d+)-(\d+)/;

export function range(text) {
  const match = pattern.exec(text);
  return match && { from: Number(match[1]), to: Number(match[2]) };
}

export async function removeOld(db, date) {
  await db.exec(`DELETE FROM logs WHERE date < ${Number(date)}`);
}
