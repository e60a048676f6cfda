export const load = async (source) => fetch(source.body.url);
export const early = () => fetch(event.body.url);
