import { Component, Renderer2, inject } from '@angular/core';
import { ActivatedRoute, ActivatedRouteSnapshot, Router } from '@angular/router';
import { HttpClient } from '@angular/common/http';

export class Shown {
  private injected = inject(ActivatedRoute);

  constructor(
    private route: ActivatedRoute,
    private snapshot: ActivatedRouteSnapshot,
    private router: Router,
    private renderer: Renderer2,
    private http: HttpClient,
    private sanitizer,
  ) {}

  parts() {
    this.sanitizer.bypassSecurityTrustHtml(this.route.snapshot.params.name);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    this.sanitizer.bypassSecurityTrustHtml(this.route.snapshot.queryParamMap.get('name'));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    this.sanitizer.bypassSecurityTrustHtml(this.route.snapshot.paramMap.get('name'));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    this.sanitizer.bypassSecurityTrustHtml(this.route.snapshot.fragment);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    this.sanitizer.bypassSecurityTrustHtml(this.snapshot.queryParams.name);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    this.sanitizer.bypassSecurityTrustHtml(this.injected.snapshot.params.name);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    this.sanitizer.bypassSecurityTrustHtml(decodeURIComponent(this.router.url));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    this.sanitizer.bypassSecurityTrustScript(this.route.snapshot.params.name);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    this.sanitizer.bypassSecurityTrustUrl(this.route.snapshot.queryParams.link);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    this.sanitizer.bypassSecurityTrustResourceUrl(this.route.snapshot.queryParams.link);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    this.renderer.setProperty(document.body, 'innerHTML', this.route.snapshot.params.name);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  }

  later() {
    this.route.queryParams.subscribe((values) => this.sanitizer.bypassSecurityTrustHtml(values.name));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    this.route.params.subscribe((values) => this.sanitizer.bypassSecurityTrustHtml(values.name));
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    this.route.paramMap.subscribe((values) => this.sanitizer.bypassSecurityTrustHtml(values.get('name')));
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    this.route.fragment.subscribe((value) => this.sanitizer.bypassSecurityTrustHtml(value));
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    this.http.get('/news').subscribe((news) => this.sanitizer.bypassSecurityTrustHtml(news.text));
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  }
}
