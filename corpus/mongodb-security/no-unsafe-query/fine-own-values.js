export async function settings(Setting, config) {
  return Setting.find({ scope: config.scope, kind: 'default', at: Date.now() }).limit(5);
}
