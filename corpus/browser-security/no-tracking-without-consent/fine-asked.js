if (consent.given) {
  analytics.page('Home');
  gtag('event', 'page_view');
}
