const settings = new Map();
settings.set('lang', 'en');
//@1 missingSecurityHeader
settings.set('theme', 'dark');
export { settings };
