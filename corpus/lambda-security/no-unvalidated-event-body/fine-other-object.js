const page = await fetch(url);

export const render = (response) => response.body;
export const body = document.body;
export const early = () => event.body;
