export async function save(db, profile) {
  await db.profiles.update({ where: { id: profile.id }, data: profile });
  await db.audit.insert({ at: new Date(), profile: profile.id });
}
