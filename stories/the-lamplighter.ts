/** The demo's page of prose, written for it: dialogue, numbers, dashes and quotes, all the things a reader stumbles on. */
export const theLamplighter = {
  title: 'The Lamplighter',
  text: `At a quarter past four, when the shops on Quay Street were still arguing with the dusk, old Tobias Finch took his ladder from its hook. He had 214 lamps to light before seven, and he had lit them, by his own careful count, on 11,680 evenings.

“You could stop, you know,” said the girl on the doorstep. She was nine, and she said most things as though she had just found them in the road. “They have put wires under the bridge. Mother says it will all be electric by 1902.”

“Will it?” Tobias set the ladder against the first post. “Then I had better get on — there are only three winters left.”

She followed him, of course. Nobody had asked her to; nobody ever did. At the second lamp she held the ladder. At the fifth she carried the oil. By the twentieth she wanted to know why he spoke to the flames, and whether they answered.

“I tell them the name of the street,” he said. “A light ought to know where it is… Otherwise how could it show anybody else?”

She thought about that past the bakery, past the chapel, past number 36 with the green door and the dog that never barked. The river had gone the colour of slate. Somewhere a clock, ten minutes slow, counted five.

“And when they’re electric?” she asked at last. “Who’ll tell them then?”

Tobias climbed down — one rung, two rungs, three — and looked back along the water. Behind them the lamps stood in a row, each with its small gold room of air. He had never seen them from here; he had always been ahead of them, walking into the dark with his back to the light.

“Well,” he said slowly, “you know the names now, don’t you?”

She did. She said them under her breath all the way home, post by post, quickly and in order, like a person reading aloud: Quay Street, Ropewalk, Candle Lane, St. Anne’s Steps, the Bridge. And behind her, one after another, as if they had been listening, the windows came on.
`.trimEnd(),
};
