export const handler = async (batch) => batch.Records.map(store);
export const wrapped = async ({ Records }) => Records.map(store);
