// Builds the page and follows the program.

import { createBar } from './bar.js'
import { createChat } from './chat.js'
import { createChatList } from './chat-list.js'
import { createDrawer } from './drawer.js'
import { follow } from './sync.js'
import { createTour } from './tour.js'

createBar()
createChatList()
createChat()
createTour()
createDrawer()
void follow()
