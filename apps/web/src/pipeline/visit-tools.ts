import type { ApiClient } from '../api/api-client.js';
import type { TokenRefresher } from '../api/token-refresher.js';
import type { Views } from '../views/views.js';
import type { FormToken } from './form-token.js';
import type { SessionCookie } from './session-cookie.js';

/** What a visit needs of the process. */
export interface VisitTools {
  readonly api: ApiClient;
  readonly refresher: TokenRefresher;
  readonly views: Views;
  readonly formToken: FormToken;
  readonly cookie: SessionCookie;
}
