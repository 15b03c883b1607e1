//! The ways into the room: `/room/socket`, and `/room/send` with `/room/poll` where that is not let through.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};

use crate::hub::Hub;
use crate::polling::{self, Pollers};
use crate::room::refusal::Refusal;
use crate::socket;

/// What a request to the room needs.
#[derive(Clone)]
pub struct Door {
    /// The room.
    pub hub: Arc<Hub>,
    /// Those who poll.
    pub pollers: Arc<Pollers>,
    /// The origin of what stands before this server.
    pub public: Option<Arc<str>>,
}

impl Door {
    /// The door of a room.
    pub fn new(hub: Arc<Hub>, public: Option<&str>) -> Self {
        Self { hub, pollers: Arc::default(), public: public.map(Arc::from) }
    }

    /// The router of the page, with the room.
    pub fn with_room(&self, page: Router) -> Router {
        let room = Router::new()
            .route("/room/socket", get(socket::upgrade))
            .route("/room/send", post(polling::send))
            .route("/room/poll", get(polling::poll))
            .with_state(self.clone());
        page.merge(room).layer(from_fn_with_state(self.clone(), note))
    }

    /// What the room does by itself, for as long as it is awaited.
    pub async fn live(&self) {
        tokio::join!(self.hub.live(), self.pollers.live(&self.hub));
    }
}

/// Notes where somebody asks for what is not there.
async fn note(State(door): State<Door>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if matches!(response.status().as_u16(), 400 | 404 | 405) {
        door.hub.log.refused(Refusal::Path);
    }
    response
}
