import oxsec from "./index.js";

export const { check, checkMany, checkSync } = oxsec;
export default oxsec;
