import { Analytics } from '@segment/analytics-node';

const analytics = new Analytics({ writeKey: process.env.WRITE_KEY });

export function identify(user) {
  analytics.identify({
//^^^^^^^^^^^^^^^^^^^^ personalDataSent
    userId: user.id,
    traits: { email: user.email },
  });
}
