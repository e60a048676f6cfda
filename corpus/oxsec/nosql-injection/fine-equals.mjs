import { Coupon } from './models.mjs';

export const redeem = async (req, res) => {
  const coupon = await Coupon.findOneAndUpdate({ code: { $eq: req.body.code } }, { $inc: { used: 1 } });
  res.json({ valid: coupon !== null });
};
