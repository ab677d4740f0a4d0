import type { ArrangedSound, Arrangement, Detour } from '../audio/arrangement.js';
import type { Player } from '../audio/player.js';
import type { Point } from '../audio/program.js';
import type { Rendition } from '../store/rendition.js';

/** A player of a rendition's sound, or of what is made of it for a while. Its points are those of the rendition all the time. */
export interface ArrangedPlayer extends Player {
  /** Plays an arrangement from its beginning, until that is over or a place is gone to that is not in it. */
  arrange(arrangement: Arrangement): Detour;
  /** To be called when the player's state changed: what is over is left, and rests at its end. */
  settle(): void;
}

/** What arrangements of a rendition are made of. */
export function arrangedSound(
  rendition: Pick<Rendition, 'program' | 'timeOf' | 'pointAt' | 'pointBehind'>,
): ArrangedSound {
  const { program, timeOf, pointAt, pointBehind } = rendition;
  return {
    program,
    pointAt,
    startOf(offset) {
      const time = timeOf(offset);
      return time === null ? null : pointAt(time);
    },
    endOf: pointBehind,
  };
}

const BEGINNING: Point = { part: 0, frame: 0 };

interface Current {
  readonly arrangement: Arrangement;
  state: Detour['state'];
}

export function createArrangedPlayer(
  player: Player,
  rendition: Pick<Rendition, 'program' | 'confine'>,
): ArrangedPlayer {
  let current: Current | null = null;

  const heard = (): Point => (current ? current.arrangement.sourceOf(player.heard()) : player.heard());

  /** @param at Where the sound itself goes on; null where the arrangement falls silent, so that nothing is heard twice. */
  function leave(at: Point | null, state: 'over' | 'left' = 'left'): void {
    const left = current;
    if (!left) return;
    left.state = state;
    current = null;
    rendition.confine(null);
    player.setProgram(rendition.program, at ?? left.arrangement.sourceOf);
  }

  return {
    ...player,
    heard,
    seek(to) {
      const within = current?.arrangement.pointOf(to, player.heard());
      if (current && !within) leave(to);
      else player.seek(within ?? to);
    },
    stop() {
      // First, or what is left would be played, and bought, for nobody.
      player.stop();
      leave(BEGINNING);
    },
    arrange(arrangement) {
      if (current) current.state = 'left';
      const made: Current = { arrangement, state: 'on' };
      current = made;
      player.setProgram(arrangement.program, { part: 0, frame: 0 });
      return {
        get state() {
          return made.state;
        },
        heard: player.heard,
        leave() {
          if (current === made) leave(null);
        },
      };
    },
    settle() {
      if (current && player.getState().phase === 'ended') leave(heard(), 'over');
    },
  };
}
