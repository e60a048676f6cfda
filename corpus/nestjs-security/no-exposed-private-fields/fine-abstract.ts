// An abstract field is another node.
export abstract class SecretEntity {
  abstract password: string;
  [key: string]: string;
}
