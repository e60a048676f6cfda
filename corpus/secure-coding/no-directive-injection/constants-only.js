Vue.directive('focus', { inserted: (el) => el.focus() });
directive('tooltip', () => ({ restrict: 'A' }));

const compiled = template('<b>{{ name }}</b>');
const rendered = mustache.render(LAYOUT, { name: compiled });
document.title = `Page ${rendered.length}`;
