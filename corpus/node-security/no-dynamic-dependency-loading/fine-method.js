export class Registry {
  constructor(loader) {
    this.loader = loader;
    this.meta = import.meta.url;
  }

  get(name) {
    return this.loader.require(name) ?? this.loader.import(name);
  }
}
