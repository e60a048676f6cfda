// The last class declaration decides, for a class expression too.
export class OrderDto {}

export const Hidden = class {
  secret: string;
//^^^^^^^^^^^^^^^ exposedField
};
