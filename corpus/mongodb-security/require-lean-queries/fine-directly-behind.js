export const byId = (Page, id) => Page.findById(id).lean();
