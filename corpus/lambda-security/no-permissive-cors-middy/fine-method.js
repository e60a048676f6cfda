// By its bare name alone.
export const handler = middy(answer).use(middleware.cors());
export const fresh = new Cors();
