export const maybe = (text) => eval?.(text);
//                             ^^^^ unexpected
export const chained = (text) => (globalThis?.eval)?.(text);
//                                            ^^^^ unexpected
