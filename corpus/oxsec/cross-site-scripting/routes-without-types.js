import { register } from './pages';

class Untyped {
  constructor(page, sanitizer) {
    sanitizer.bypassSecurityTrustHtml(page.snapshot.queryParams.name);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    sanitizer.bypassSecurityTrustHtml(page.snapshot.params.name);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    sanitizer.bypassSecurityTrustHtml(page.snapshot.paramMap.get('name'));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    sanitizer.bypassSecurityTrustHtml(page.snapshot.queryParamMap.get('name'));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    sanitizer.bypassSecurityTrustHtml(page.snapshot.fragment);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    page.queryParams.subscribe((values) => sanitizer.bypassSecurityTrustHtml(values.name));
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    page.params.subscribe((values) => sanitizer.bypassSecurityTrustHtml(values.name));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    page.queryParamMap.subscribe((values) => sanitizer.bypassSecurityTrustHtml(values.get('name')));
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    page.paramMap.subscribe((values) => sanitizer.bypassSecurityTrustHtml(values.get('name')));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    page.fragment.subscribe((value) => sanitizer.bypassSecurityTrustHtml(value));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  }
}

export default register(Untyped);
