'use client';

import { useState } from 'react';
import { createFollow, type Follow } from '../../transcript/follow.js';

/**
 * Keeps the line that is heard in the middle third of the view, until the reader scrolls. Hand it to one transcript, and
 * to the button that leads back.
 *
 * @example
 * const follow = useFollow();
 * <HighlightedTranscript speech={speech} follow={follow} />
 * <FollowButton follow={follow} />
 */
export function useFollow(): Follow {
  const [follow] = useState(createFollow);
  return follow;
}
