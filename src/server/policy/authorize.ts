import { refusal } from '../answer.js';

/** Who a request is from, for limits and the log: any name that is stable for one user. */
export type Subject = string;

/** Says who is calling, or answers the request itself (a 401, say). It must not read the body. */
export type Authorize = (request: Request) => Subject | Response | Promise<Subject | Response>;

/** The subject of requests where no `authorize` tells them apart: all share one limit. */
export const EVERYONE: Subject = 'everyone';

const LONGEST_SUBJECT = 256;

/** Asks `authorize`; what it returns by mistake (nothing, an endless name) lets nobody in. */
export async function subjectOf(request: Request, authorize: Authorize | undefined): Promise<Subject | Response> {
  if (!authorize) return EVERYONE;
  const subject: unknown = await authorize(request);
  if (subject instanceof Response) return new Response(subject.body, subject);
  if (typeof subject === 'string' && subject !== '' && subject.length <= LONGEST_SUBJECT) return subject;
  return refusal(
    401,
    'not_authorized',
    'The relay does not know who is calling, so nothing was sent on. Sign in, and send the request again.',
  );
}
