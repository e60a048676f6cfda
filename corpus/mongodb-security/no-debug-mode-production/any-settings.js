class Settings extends Map {
  constructor() {
    super();
    this?.set('debug', true);
//  ^^^^^^^^^^^^^^^^^^^^^^^^ debugModeProduction
    super.set('debug', true);
//  ^^^^^^^^^^^^^^^^^^^^^^^^ debugModeProduction
  }
}

export const settings = new Settings();
