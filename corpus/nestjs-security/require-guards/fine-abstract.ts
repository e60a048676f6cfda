@Controller()
export abstract class Base {
  abstract list(): string[];

  @OnModuleInit()
  start(): void {
    this.list();
  }
}
