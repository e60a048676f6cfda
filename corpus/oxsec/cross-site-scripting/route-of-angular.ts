import { ActivatedRoute } from '@angular/router';
import { DomSanitizer } from '@angular/platform-browser';

export class SearchComponent {
  constructor(private route: ActivatedRoute, private sanitizer: DomSanitizer) {}

  show() {
    const term = this.route.snapshot.queryParams.term;
    return this.sanitizer.bypassSecurityTrustHtml(term);
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  }
}
