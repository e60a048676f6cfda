export abstract class BaseRequest {
  abstract id: string;
  abstract check(): void;
}
