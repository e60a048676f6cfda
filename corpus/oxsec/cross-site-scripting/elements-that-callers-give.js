export function fadeOut(item, options) {
  $(item).fadeOut(150);
//^^^^^^^ crossSiteScripting
  $(options.target).empty();
//^^^^^^^^^^^^^^^^^ crossSiteScripting
}

export const titleOf = (event) => $(event.target).attr('title');
//                                ^^^^^^^^^^^^^^^ crossSiteScripting
