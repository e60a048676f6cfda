const defaults = JSON.parse('{"retries": 3, "timeout": 1000}');

export function settings() {
  const stored = localStorage.getItem('settings');
  const own = stored === null ? {} : JSON.parse(stored);
  setTimeout(() => refresh(defaults), defaults.timeout);
  return { ...defaults, ...own };
}
