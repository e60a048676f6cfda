function open(page) {
  if (page === null) {
    throw new Error('no page');
  } else {
    analytics.page(page.name);
  }
}

open({ name: 'Home' });
