import { register } from './pages';

class Untyped {
  constructor(page, sanitizer) {
    sanitizer.bypassSecurityTrustHtml(page.snapshot.queryParams.name);
    sanitizer.bypassSecurityTrustHtml(page.snapshot.params.name);
    sanitizer.bypassSecurityTrustHtml(page.snapshot.paramMap.get('name'));
    sanitizer.bypassSecurityTrustHtml(page.snapshot.queryParamMap.get('name'));
    sanitizer.bypassSecurityTrustHtml(page.snapshot.fragment);
    page.queryParams.subscribe((values) => sanitizer.bypassSecurityTrustHtml(values.name));
    page.params.subscribe((values) => sanitizer.bypassSecurityTrustHtml(values.name));
    page.queryParamMap.subscribe((values) => sanitizer.bypassSecurityTrustHtml(values.get('name')));
    page.paramMap.subscribe((values) => sanitizer.bypassSecurityTrustHtml(values.get('name')));
    page.fragment.subscribe((value) => sanitizer.bypassSecurityTrustHtml(value));
  }
}

export default register(Untyped);
