export async function nightly(tables) {
  for (const table of tables) await table.remove({ expired: true });
}

export const show = (event) => render(event.pathParameters.id);
